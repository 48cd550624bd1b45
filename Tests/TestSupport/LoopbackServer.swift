import Foundation
import Glibc

/// A small server of HTTP/1.1 on this machine, which does what it is told: also what no good server does.
///
/// One thread takes connections, and each has one of its own; each answers one request and closes.
public final class LoopbackServer: @unchecked Sendable {
    public struct Request: Hashable, Sendable {
        public var method: String
        /// Path and query.
        public var path: String
        /// By their names in lower case.
        public var headers: [String: String]
    }

    /// What goes over the wire, byte for byte, with waits in between.
    public enum Step: Hashable, Sendable {
        case bytes([UInt8])
        case wait(milliseconds: Int)

        public static func text(_ text: String) -> Step { .bytes(Array(text.utf8)) }
    }

    public struct Response: Hashable, Sendable {
        public var steps: [Step]

        public init(steps: [Step]) { self.steps = steps }

        /// A proper answer: status, headers and a body of the right length.
        public init(_ status: Int = 200, _ headers: [String: String] = [:], body: [UInt8] = []) {
            var head = "HTTP/1.1 \(status) Status\r\nConnection: close\r\n"
            for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
            if status != 304 { head += "Content-Length: \(body.count)\r\n" }
            steps = [.bytes(Array((head + "\r\n").utf8) + body)]
        }

        public init(_ status: Int = 200, _ headers: [String: String] = [:], text: String) {
            self.init(status, headers, body: Array(text.utf8))
        }
    }

    public typealias Handler = @Sendable (Request) -> Response

    /// What the threads share; the server itself they do not hold, so that it ends with the test.
    private final class Desk: @unchecked Sendable {
        private let lock = NSLock()
        private var handler: Handler
        private var met: [Request] = []
        private var isStopped = false

        init(_ handler: @escaping Handler) { self.handler = handler }

        var requests: [Request] { lock.withLock { met } }

        func forget() { lock.withLock { met = [] } }

        func answer(_ handler: @escaping Handler) { lock.withLock { self.handler = handler } }

        func take(_ request: Request) -> Response {
            let handler = lock.withLock {
                met.append(request)
                return self.handler
            }
            return handler(request)
        }

        /// Whether it was not stopped before.
        func stop() -> Bool {
            lock.withLock {
                defer { isStopped = true }
                return !isStopped
            }
        }
    }

    public let port: Int
    private let descriptor: Int32
    private let desk: Desk

    public var address: String { "http://127.0.0.1:\(port)" }

    /// Answers from now on, on a port of the system's choice.
    public init(_ handler: @escaping Handler) throws {
        desk = Desk(handler)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        port = Int(UInt16(bigEndian: place.sin_port))
        guard descriptor >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        let desk = desk
        Thread.detachNewThread { Self.accept(on: descriptor, desk) }
    }

    deinit { stop() }

    public func stop() {
        guard desk.stop() else { return }
        // Closed by the thread that waits on it: a number that is free goes to the next server, whose callers it would take.
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// The requests so far, in their order.
    public var requests: [Request] { desk.requests }

    /// Forgets the requests so far.
    public func forget() { desk.forget() }

    /// Answers otherwise from now on.
    public func answer(_ handler: @escaping Handler) { desk.answer(handler) }

    private static func accept(on descriptor: Int32, _ desk: Desk) {
        while true {
            let connection = Glibc.accept(descriptor, nil, nil)
            guard connection >= 0 else {
                if errno == EINTR || errno == ECONNABORTED { continue }
                close(descriptor)
                return
            }
            Thread.detachNewThread {
                serve(connection, desk)
                close(connection)
            }
        }
    }

    private static func serve(_ connection: Int32, _ desk: Desk) {
        guard let request = request(from: connection) else { return }
        for step in desk.take(request).steps {
            switch step {
            case .bytes(let bytes): guard send(bytes, to: connection) else { return }
            case .wait(let milliseconds): usleep(UInt32(milliseconds) * 1_000)
            }
        }
        // What the other side still sends is taken, so that what was sent is not thrown away with a reset.
        shutdown(connection, Int32(SHUT_WR))
        var rest = [UInt8](repeating: 0, count: 4_096)
        while recv(connection, &rest, rest.count, 0) > 0 {}
    }

    private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func request(from connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        let end = Array("\r\n\r\n".utf8)
        while bytes.firstRange(of: end) == nil {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0, bytes.count < 1 << 16 else { return nil }
            bytes += piece[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return Request(method: String(words[0]), path: String(words[1]), headers: headers)
    }
}
