import Text

/// Why a document was not fetched.
public struct FetchError: ExplainedError, Codable {
    public enum Reason: Hashable, Sendable, Codable {
        case noAddress
        /// Neither http nor https.
        case otherProtocol(String)
        /// The host is this machine or one of its own network: its address.
        case privateAddress(String)
        /// The name of the host is unknown, or there is nobody to ask for it.
        case unresolved(host: String)
        /// No connection comes about.
        case unreachable(host: String)
        case timedOut(seconds: Double)
        case tooSlow(bytes: Int, seconds: Int)
        case tooLarge(limit: Int)
        /// It ends before its end.
        case truncated
        /// What comes is no HTTP, or packed in a way that cannot be unpacked.
        case garbled(String)
        /// The certificate does not hold, with what TLS says of it.
        case certificate(String)
        case tooManyRedirects(limit: Int)
        /// From https to http, where anybody could read and change what comes.
        case insecureRedirect(to: String)
        /// A status of HTTP that is no success, with the seconds after which the server wants to be asked again.
        case status(Int, retryAfter: Int?)
        case proxy(String)
        /// The process that fetches ended.
        case ended
        case other(String)
    }

    /// Without credentials.
    public var url: String
    public var reason: Reason

    /// Takes the credentials out of `url`.
    public init(url: String, reason: Reason) {
        self.url = WebLocation.withoutCredentials(url)
        self.reason = reason
    }

    public var what: String { url }

    public var why: String {
        switch reason {
        case .noAddress: "it is no address of a page or feed"
        case .otherProtocol(let name): "\(name) is not spoken here"
        case .privateAddress(let address): "it leads to this machine or its own network (\(address))"
        case .unresolved(let host): "there is no answer to where \(host) is"
        case .unreachable(let host): "no connection to \(host)"
        case .timedOut(let seconds): "nothing whole came within \(Self.text(seconds)) s"
        case .tooSlow(let bytes, let seconds): "less than \(bytes) bytes a second came for \(seconds) s"
        case .tooLarge(let limit): "it is larger than \(limit) bytes"
        case .truncated: "it ends before its end"
        case .garbled(let message): "what comes is not understood (\(message))"
        case .certificate(let message): "its certificate does not hold (\(message))"
        case .tooManyRedirects(let limit): "it leads on more than \(limit) times"
        case .insecureRedirect(let address): "it leads from https to \(address), which is not secured"
        case .status(let status, _): HTTPStatus.sentence(status)
        case .proxy(let message): "the proxy does not answer (\(message))"
        case .ended: "the process that fetches ended"
        case .other(let message): message
        }
    }

    public var remedy: String {
        switch reason {
        case .noAddress, .otherProtocol: "give an address that begins with https:// or http://"
        case .privateAddress: "add it with --allow-private if that is meant"
        case .unresolved, .unreachable: "see whether the network is there; it is tried again"
        case .timedOut, .tooSlow, .truncated, .ended, .other: "it is tried again later"
        case .tooLarge: "follow another feed of that site"
        case .garbled, .tooManyRedirects: "see the address in a browser"
        case .certificate: "nothing was read; see the address in a browser"
        case .insecureRedirect: "give the other address if that is meant"
        case .status(let status, let seconds): HTTPStatus.remedy(status, retryAfter: seconds)
        case .proxy: "see http_proxy and https_proxy"
        }
    }

    /// Whether there may be no network at all.
    public var mayBeOffline: Bool {
        switch reason {
        case .unresolved, .unreachable, .proxy: true
        case .noAddress, .otherProtocol, .privateAddress, .timedOut, .tooSlow, .tooLarge, .truncated, .garbled, .certificate,
            .tooManyRedirects, .insecureRedirect, .status, .ended, .other:
            false
        }
    }

    /// Whether somebody on the network answered, if only with what was of no use.
    public var provesNetwork: Bool {
        switch reason {
        case .tooSlow, .tooLarge, .truncated, .garbled, .certificate, .tooManyRedirects, .insecureRedirect, .status: true
        case .noAddress, .otherProtocol, .privateAddress, .unresolved, .unreachable, .timedOut, .proxy, .ended, .other: false
        }
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\((seconds * 10).rounded() / 10)"
    }
}

/// What the statuses of HTTP mean to a person (RFC 9110, section 15).
enum HTTPStatus {
    static func sentence(_ status: Int) -> String {
        switch status {
        case 401, 407: "it asks for a name and a password, or does not take those given (HTTP \(status))"
        case 403: "the server does not give it out (HTTP 403)"
        case 404: "there is nothing at this address (HTTP 404)"
        case 410: "it is gone for good (HTTP 410)"
        case 429: "the server was asked too often (HTTP 429)"
        case 500...599: "the server has trouble of its own (HTTP \(status))"
        default: "the server answered with HTTP \(status)"
        }
    }

    static func remedy(_ status: Int, retryAfter seconds: Int?) -> String {
        switch status {
        case 401, 407: "put them into the address: https://name:password@…"
        case 403, 404: "see the address in a browser"
        case 410: "it is not asked again; remove it or give another address"
        default: seconds.map { "it asks to be tried again in \(span($0))" } ?? "it is tried again later"
        }
    }

    private static func span(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : seconds < 7_200 ? "\((seconds + 59) / 60) min" : "\((seconds + 3_599) / 3_600) h"
    }
}
