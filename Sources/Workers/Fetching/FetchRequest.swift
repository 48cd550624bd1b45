/// What is to be fetched over HTTP, and how much patience there is for it.
public struct FetchRequest: Hashable, Sendable, Codable {
    /// Of http or https. May hold a user's name and password, which are sent and told to nobody.
    public var url: String
    /// What the server said of the document last (RFC 9110, section 8.8): it is sent again only where it is another.
    public var etag: String?
    public var lastModified: String?
    public var userAgent: String
    /// Whether this machine and its own network may be asked.
    public var allowsPrivate = false
    public var limits = FetchLimits()

    public init(url: String, userAgent: String = FetchRequest.defaultUserAgent) {
        self.url = url
        self.userAgent = userAgent
    }

    /// The program by its name, as RFC 9110 has it.
    public static let defaultUserAgent = "Dossier/0.1 (reader of feeds)"
}

/// How long is waited and how much is taken.
public struct FetchLimits: Hashable, Sendable, Codable {
    /// Until there is a connection, for each address that is asked.
    public var connectSeconds = 15.0
    /// For all of it, redirects included.
    public var seconds = 60.0
    /// So many bytes a second at least, in the mean of the last ``slowSeconds``.
    public var slowBytes = 64
    public var slowSeconds = 20
    /// Bytes of the document, unpacked.
    public var size = 32 << 20
    /// Redirects that are followed.
    public var redirects = 10

    public init() {}
}

/// What a server answered.
public struct FetchAnswer: Hashable, Sendable, Codable {
    /// 200 to 299, or 304 where the document is as it was.
    public var status: Int
    /// Where it was found in the end, without credentials.
    public var url: String
    /// Where it is from now on, without credentials: where those redirects lead that are permanent (301, 308), as far as there is no
    /// other one before them. Nothing where it is where it was asked for.
    public var movedTo: String?
    public var etag: String?
    public var lastModified: String?
    /// Seconds for which the answer holds (`Cache-Control: max-age`).
    public var maxAge: Int?
    public var contentType: String?
    /// The document, unpacked. Empty where it is as it was.
    public var bytes: [UInt8] = []

    private enum CodingKeys: CodingKey {
        case status, url, movedTo, etag, lastModified, maxAge, contentType
    }

    public init(status: Int, url: String) {
        self.status = status
        self.url = url
    }

    public var isUnchanged: Bool { status == 304 }
}

/// Why nothing was fetched.
public enum FetchFailure: Error, Hashable, Sendable {
    /// For a reason of its own.
    case fetch(FetchError)
    /// There is nothing to fetch it with.
    case workers(WorkersError)
    /// The work was called off.
    case interrupted
}

/// What fetches. ``FetchPool`` is one; tests have others.
public protocol Fetcher: Sendable {
    /// May be called by any number of threads, each of which waits for its own document.
    func fetch(_ request: FetchRequest) throws(FetchFailure) -> FetchAnswer
}
