// SPDX-FileCopyrightText: 2026 The Packwarden authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A PKCS#11 module for tests: the one named by PACKWARDEN_TOKEN_MODULE, with the fault that the file named by
// PACKWARDEN_TOKEN_FAULT asks for at the moment of each call. Plain library code, so that any program can load it.

#include <p11-kit/pkcs11.h>

#include <dlfcn.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace {

CK_FUNCTION_LIST *s_real = nullptr;
CK_FUNCTION_LIST s_list;

bool fault(const char *name)
{
    const char *path = std::getenv("PACKWARDEN_TOKEN_FAULT");
    std::string word;
    if (path)
        std::ifstream(path) >> word;
    return word == name;
}

CK_RV getTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    if (fault("removed"))
        return CKR_TOKEN_NOT_PRESENT;
    const CK_RV result = s_real->C_GetTokenInfo(slot, info);
    if (result == CKR_OK && fault("locked"))
        info->flags |= CKF_USER_PIN_LOCKED;
    if (result == CKR_OK && fault("last-try"))
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    return result;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, unsigned long size)
{
    if (fault("locks-now"))
        return CKR_PIN_LOCKED;
    if (fault("device-error-at-login"))
        return CKR_DEVICE_ERROR;
    return s_real->C_Login(session, user, pin, size);
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, unsigned long size, unsigned char *signature,
    unsigned long *signatureSize)
{
    if (fault("removed"))
        return CKR_DEVICE_REMOVED;
    if (fault("device-error"))
        return CKR_DEVICE_ERROR;
    if (fault("session-gone"))
        return CKR_SESSION_HANDLE_INVALID;
    const CK_RV result = s_real->C_Sign(session, data, size, signature, signatureSize);
    if (result == CKR_OK && signature && fault("wrong-bytes"))
        signature[0] ^= 1;
    return result;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    if (!s_real) {
        const char *path = std::getenv("PACKWARDEN_TOKEN_MODULE");
        void *module = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : nullptr;
        const auto get = module ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(module, "C_GetFunctionList")) : nullptr;
        if (!get || get(&s_real) != CKR_OK)
            return CKR_GENERAL_ERROR;
        s_list = *s_real;
        s_list.C_GetTokenInfo = getTokenInfo;
        s_list.C_Login = login;
        s_list.C_Sign = sign;
    }
    *list = &s_list;
    return CKR_OK;
}
