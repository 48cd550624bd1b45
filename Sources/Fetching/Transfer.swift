import CCurl
import Glibc
import Workers

/// One handle of libcurl, and what its callbacks write to. The only place that calls it, with ``TransferFault``.
final class Transfer {
    /// One request of HTTP on the way to a document.
    struct Hop {
        var location: WebLocation
        var proxy: String?
        /// That are left of the whole.
        var seconds: Double
        var isConditional: Bool
    }

    struct Response {
        var status: Int
        var head: ResponseHead
        var bytes: [UInt8]
        /// Absolute; where the answer names one.
        var redirect: String?
        var retryAfter: Int?
    }

    /// What the callbacks know and find.
    final class Catch {
        var head = ResponseHead()
        var bytes: [UInt8] = []
        var limit = 0
        var isTooLarge = false
        /// Whether every address may be connected to: private ones are allowed, or it is a proxy's.
        var isOpen = false
        var refused: NetworkAddress?
    }

    private let handle: UnsafeMutableRawPointer
    private let found = Catch()
    private let allowsPrivate: Bool
    private let clock: () -> Double
    private var errorText = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))

    /// Once for the process, as libcurl asks.
    private static let isReady = dossier_curl_begin() == CURLE_OK

    init?(allowsPrivate: Bool, certificates: (file: String?, folder: String?), clock: @escaping () -> Double) {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.allowsPrivate = allowsPrivate
        self.clock = clock
        guard setUp(certificates) else { return nil }
    }

    deinit { curl_easy_cleanup(handle) }

    // MARK: Options

    /// What holds for every request. False where this libcurl lacks any of it: then nothing is fetched.
    private func setUp(_ certificates: (file: String?, folder: String?)) -> Bool {
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_HTTPGET, 1), (CURLOPT_FAILONERROR, 0), (CURLOPT_NOPROGRESS, 1), (CURLOPT_MAXCONNECTS, 8),
            (CURLOPT_PROXY_SSL_VERIFYPEER, 1), (CURLOPT_PROXY_SSL_VERIFYHOST, 2), (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1),
            (CURLOPT_HTTP09_ALLOWED, 0),
        ]
        var isSet = numbers.allSatisfy { dossier_curl_set_number(handle, $0, $1) == CURLE_OK }
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            // All that this libcurl unpacks.
            (CURLOPT_ACCEPT_ENCODING, ""), (CURLOPT_NOPROXY, ""),
        ]
        isSet = isSet && texts.allSatisfy { set($0, $1) }
        if let file = certificates.file { isSet = isSet && set(CURLOPT_CAINFO, file) }
        if let folder = certificates.folder { isSet = isSet && set(CURLOPT_CAPATH, folder) }
        return isSet && setCallbacks()
    }

    private func setCallbacks() -> Bool {
        let pointer = Unmanaged.passUnretained(found).toOpaque()
        let sinks = [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA]
        return sinks.allSatisfy { dossier_curl_set_pointer(handle, $0, pointer) == CURLE_OK }
            && dossier_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, Self.takeBody) == CURLE_OK
            && dossier_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, Self.takeHeader) == CURLE_OK
            && dossier_curl_set_opener(handle, Self.openSocket) == CURLE_OK
            && dossier_curl_set_gate(handle, Self.letThrough) == CURLE_OK
    }

    /// libcurl copies the text.
    private func set(_ option: CURLoption, _ text: String?) -> Bool {
        dossier_curl_set_text(handle, option, text) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ number: Int) -> Bool {
        dossier_curl_set_number(handle, option, number) == CURLE_OK
    }

    // MARK: Performing

    func perform(_ hop: Hop, _ request: FetchRequest) throws(FetchError) -> Response {
        func fail(_ reason: FetchError.Reason) -> FetchError { FetchError(url: request.url, reason: reason) }
        guard hop.seconds > 0 else { throw fail(.timedOut(seconds: request.limits.seconds)) }
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(headers) }
        for line in Self.lines(request, hop) { headers = curl_slist_append(headers, line) ?? headers }
        guard prepare(hop, request, headers) else { throw fail(.noAddress) }
        let start = clock()
        let code = errorText.withUnsafeMutableBufferPointer { buffer -> CURLcode in
            buffer[0] = 0
            guard dossier_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress) == CURLE_OK else {
                return CURLE_OUT_OF_MEMORY
            }
            defer { _ = dossier_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil) }
            return curl_easy_perform(handle)
        }
        _ = dossier_curl_set_list(handle, CURLOPT_HTTPHEADER, nil)
        guard code == CURLE_OK else {
            throw fail(reason(of: code, hop, request, elapsed: clock() - start))
        }
        defer { found.bytes = [] }
        let retryAfter = Int(dossier_curl_offset(handle, CURLINFO_RETRY_AFTER))
        return Response(
            status: dossier_curl_number(handle, CURLINFO_RESPONSE_CODE), head: found.head, bytes: found.bytes,
            redirect: dossier_curl_text(handle, CURLINFO_REDIRECT_URL).map { String(cString: $0) },
            retryAfter: retryAfter > 0 ? retryAfter : nil)
    }

    private static func lines(_ request: FetchRequest, _ hop: Hop) -> [String] {
        var lines = [
            "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.6, */*;q=0.1"
        ]
        guard hop.isConditional else { return lines }
        if let etag = request.etag { lines.append("If-None-Match: \(etag)") }
        if let date = request.lastModified { lines.append("If-Modified-Since: \(date)") }
        // A line end in a value would begin another line.
        return lines.filter { !$0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
    }

    private func prepare(_ hop: Hop, _ request: FetchRequest, _ headers: UnsafeMutablePointer<curl_slist>?) -> Bool {
        found.head = ResponseHead()
        found.bytes = []
        found.limit = request.limits.size
        found.isTooLarge = false
        found.isOpen = allowsPrivate || hop.proxy != nil
        found.refused = nil
        let user = hop.location.credentials.map { Self.unescaped($0) }
        return set(CURLOPT_URL, hop.location.text(showsCredentials: false))
            && set(CURLOPT_PROXY, hop.proxy ?? "") && set(CURLOPT_USERNAME, user?.name) && set(CURLOPT_PASSWORD, user?.password)
            && set(CURLOPT_USERAGENT, request.userAgent) && set(CURLOPT_TIMEOUT_MS, Self.milliseconds(hop.seconds))
            && set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(request.limits.connectSeconds))
            && set(CURLOPT_LOW_SPEED_LIMIT, request.limits.slowBytes) && set(CURLOPT_LOW_SPEED_TIME, request.limits.slowSeconds)
            && dossier_curl_set_list(handle, CURLOPT_HTTPHEADER, headers) == CURLE_OK
    }

    /// Zero would mean no limit.
    private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(min(seconds, 86_400) * 1_000)) }

    private static func unescaped(_ credentials: String) -> (name: String, password: String) {
        let parts = credentials.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = WebLocation.decoded(parts.first ?? "")
        return (name, parts.count > 1 ? WebLocation.decoded(parts[1]) : "")
    }

    private func reason(of code: CURLcode, _ hop: Hop, _ request: FetchRequest, elapsed: Double) -> FetchError.Reason {
        if let refused = found.refused { return .privateAddress("\(refused)") }
        if found.isTooLarge { return .tooLarge(limit: request.limits.size) }
        let text = String(decoding: errorText.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fault = TransferFault(
            code: code, text: text, host: hop.location.host, isConnected: dossier_curl_offset(handle, CURLINFO_CONNECT_TIME_T) > 0,
            isOutOfTime: elapsed >= hop.seconds - 0.01)
        return fault.reason(request.limits)
    }

    // MARK: Callbacks, on the thread that performs

    private static let takeBody: dossier_curl_sink = { bytes, size, count, pointer in
        guard let pointer, let bytes else { return 0 }
        let found = Unmanaged<Catch>.fromOpaque(pointer).takeUnretainedValue()
        let length = size * count
        guard found.bytes.count + length <= found.limit else {
            found.isTooLarge = true
            return 0
        }
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
            found.bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
        return length
    }

    private static let takeHeader: dossier_curl_sink = { bytes, size, count, pointer in
        guard let pointer, let bytes else { return 0 }
        let found = Unmanaged<Catch>.fromOpaque(pointer).takeUnretainedValue()
        let length = size * count
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
            found.head.take(UnsafeBufferPointer(start: $0, count: length))
        }
        return found.head.size <= ResponseHead.limit ? length : 0
    }

    private static let openSocket: dossier_curl_opener = { pointer, purpose, address in
        guard let pointer, let address else { return curl_socket_t(-1) }
        let found = Unmanaged<Catch>.fromOpaque(pointer).takeUnretainedValue()
        let known = withUnsafePointer(to: &address.pointee.addr) {
            NetworkAddress($0, length: Int(address.pointee.addrlen))
        }
        // What is no address of IP is none of ours.
        guard let known, found.isOpen || !known.isPrivate else {
            found.refused = known
            return curl_socket_t(-1)
        }
        return socket(address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    /// Also where a connection is used a second time.
    private static let letThrough: dossier_curl_gate = { pointer, address, _, _, _ in
        guard let pointer, let address else { return Int32(CURL_PREREQFUNC_ABORT) }
        let found = Unmanaged<Catch>.fromOpaque(pointer).takeUnretainedValue()
        let known = NetworkAddress(String(cString: address))
        guard found.isOpen || known.map({ !$0.isPrivate }) ?? false else {
            found.refused = known
            return Int32(CURL_PREREQFUNC_ABORT)
        }
        return Int32(CURL_PREREQFUNC_OK)
    }
}
