import CCurl
import Workers

/// A failure as libcurl tells it, put into ours.
struct TransferFault {
    var code: CURLcode
    /// libcurl's own sentence. Has no credentials: they are never in the address that it is given.
    var text: String
    var host: String
    var isConnected: Bool
    /// Whether the time for the whole is up.
    var isOutOfTime: Bool

    func reason(_ limits: FetchLimits) -> FetchError.Reason {
        switch code {
        case CURLE_URL_MALFORMAT: .noAddress
        case CURLE_COULDNT_RESOLVE_HOST: .unresolved(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(sentence)
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: .unreachable(host: host)
        case CURLE_OPERATION_TIMEDOUT: late(limits)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM: .truncated
        // The protocol was looked at before: what is not supported is what came, such as HTTP/0.9.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2, CURLE_WRITE_ERROR: .garbled(sentence)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            .certificate(sentence)
        default: .other(sentence)
        }
    }

    private func late(_ limits: FetchLimits) -> FetchError.Reason {
        if isOutOfTime { return .timedOut(seconds: limits.seconds) }
        return isConnected ? .tooSlow(bytes: limits.slowBytes, seconds: limits.slowSeconds) : .unreachable(host: host)
    }

    private var sentence: String {
        text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
    }
}
