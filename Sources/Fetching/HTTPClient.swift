import CCurl
import Glibc
import Workers

/// Fetches documents over HTTP and HTTPS by libcurl, one after the other, on one thread. Connections are kept from one to the
/// next.
///
/// Certificates are always verified, nothing but http and https is spoken, and no cookies are kept. Addresses are looked at when
/// a connection is made, so that a name which leads elsewhere at the second look gains nothing by it.
public final class HTTPClient {
    private let proxies: ProxyChoice
    private let certificates: (file: String?, folder: String?)
    private let clock: () -> Double
    /// By whether private addresses are allowed, so that a connection to one is never used by a request that may not.
    private var transfers: [Bool: Transfer] = [:]

    /// `environment` is asked for proxies (`http_proxy` and its like) and certificates (`SSL_CERT_FILE`, `SSL_CERT_DIR`);
    /// `clock` gives seconds from any beginning, never going back.
    public init(environment: [String: String], clock: @escaping () -> Double = WorkerOptions.steadyClock) {
        proxies = ProxyChoice(environment: environment)
        certificates = (environment["SSL_CERT_FILE"], environment["SSL_CERT_DIR"])
        self.clock = clock
    }

    /// The document, or why there is none. Waits for it, for as long as the limits of the request allow.
    public func fetch(_ request: FetchRequest) throws(FetchError) -> FetchAnswer {
        guard let start = WebLocation(request.url) else { throw FetchError(url: request.url, reason: .noAddress) }
        let transfer = try transfer(for: request)
        let end = clock() + request.limits.seconds
        var location = start
        var movedTo: WebLocation?
        var isMovedForGood = true
        for _ in 0...max(0, request.limits.redirects) {
            try check(location, request)
            if location.origin != start.origin { location.credentials = nil }
            let hop = Transfer.Hop(
                location: location, proxy: proxies.proxy(for: location), seconds: end - clock(),
                // What was said of another address means nothing here.
                isConditional: location == start)
            let response = try transfer.perform(hop, request)
            guard let next = try redirect(from: location, response, request) else {
                return try answer(response, at: location, movedTo: movedTo, request)
            }
            isMovedForGood = isMovedForGood && [301, 308].contains(response.status)
            if isMovedForGood { movedTo = next }
            location = next
            if location.credentials == nil, location.origin == start.origin { location.credentials = start.credentials }
        }
        throw FetchError(url: request.url, reason: .tooManyRedirects(limit: request.limits.redirects))
    }

    private func transfer(for request: FetchRequest) throws(FetchError) -> Transfer {
        if let transfer = transfers[request.allowsPrivate] { return transfer }
        guard let transfer = Transfer(allowsPrivate: request.allowsPrivate, certificates: certificates, clock: clock) else {
            throw FetchError(url: request.url, reason: .other("the network library does not start"))
        }
        transfers[request.allowsPrivate] = transfer
        return transfer
    }

    /// What can be told of an address before it is asked for. Through a proxy the host is not met, so that this is all there is.
    private func check(_ location: WebLocation, _ request: FetchRequest) throws(FetchError) {
        guard location.scheme == "http" || location.scheme == "https" else {
            throw FetchError(url: request.url, reason: .otherProtocol(location.scheme))
        }
        guard !request.allowsPrivate else { return }
        let isLocal = location.host == "localhost" || location.host.hasSuffix(".localhost")
        if isLocal || NetworkAddress(location.host)?.isPrivate ?? false {
            throw FetchError(url: request.url, reason: .privateAddress(location.host))
        }
    }

    /// Where the answer leads on; nothing where it is the last.
    private func redirect(from location: WebLocation, _ response: Transfer.Response, _ request: FetchRequest)
        throws(FetchError) -> WebLocation?
    {
        guard [301, 302, 303, 307, 308].contains(response.status) else { return nil }
        guard let text = response.redirect, let next = WebLocation(text) else {
            throw FetchError(url: request.url, reason: .garbled("a redirect without an address"))
        }
        if location.scheme == "https", next.scheme == "http" {
            throw FetchError(url: request.url, reason: .insecureRedirect(to: next.text(showsCredentials: false)))
        }
        return next
    }

    private func answer(
        _ response: Transfer.Response, at location: WebLocation, movedTo: WebLocation?, _ request: FetchRequest
    ) throws(FetchError) -> FetchAnswer {
        guard (200...299).contains(response.status) || response.status == 304 else {
            throw FetchError(url: request.url, reason: .status(response.status, retryAfter: response.retryAfter))
        }
        var answer = FetchAnswer(status: response.status, url: location.text(showsCredentials: false))
        answer.movedTo = movedTo?.text(showsCredentials: false)
        answer.etag = response.head[.etag]
        answer.lastModified = response.head[.lastModified]
        answer.maxAge = response.head.maxAge
        answer.contentType = response.head[.contentType]
        answer.bytes = answer.isUnchanged ? [] : response.bytes
        return answer
    }
}
