#ifndef DOSSIER_CCURL_SHIM_H
#define DOSSIER_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not call: one accessor for each kind of value.

static inline CURLcode dossier_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*dossier_curl_sink)(char *, size_t, size_t, void *);

static inline CURLcode dossier_curl_set_sink(CURL *handle, CURLoption option, dossier_curl_sink value) {
    return curl_easy_setopt(handle, option, value);
}

typedef curl_socket_t (*dossier_curl_opener)(void *, curlsocktype, struct curl_sockaddr *);

static inline CURLcode dossier_curl_set_opener(CURL *handle, dossier_curl_opener value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

typedef int (*dossier_curl_gate)(void *, char *, char *, int, int);

static inline CURLcode dossier_curl_set_gate(CURL *handle, dossier_curl_gate value) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

static inline long dossier_curl_number(CURL *handle, CURLINFO what) {
    long value = 0;
    return curl_easy_getinfo(handle, what, &value) == CURLE_OK ? value : 0;
}

static inline curl_off_t dossier_curl_offset(CURL *handle, CURLINFO what) {
    curl_off_t value = 0;
    return curl_easy_getinfo(handle, what, &value) == CURLE_OK ? value : 0;
}

static inline const char *dossier_curl_text(CURL *handle, CURLINFO what) {
    char *value = NULL;
    return curl_easy_getinfo(handle, what, &value) == CURLE_OK ? value : NULL;
}

static inline CURLcode dossier_curl_begin(void) { return curl_global_init(CURL_GLOBAL_ALL); }

#endif
