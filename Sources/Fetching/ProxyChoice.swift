import Workers

/// Through which proxy a host is asked: as the variables say that curl and others read (`https_proxy`, `http_proxy`,
/// `all_proxy`, `no_proxy`).
public struct ProxyChoice: Sendable {
    private let environment: [String: String]

    public init(environment: [String: String]) { self.environment = environment }

    /// The proxy's address; nothing where the host is asked directly.
    public func proxy(for location: WebLocation) -> String? {
        let names = location.scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
        guard let proxy = value(names + ["all_proxy", "ALL_PROXY"]), !isExempt(location.host) else { return nil }
        return proxy
    }

    private func value(_ names: [String]) -> String? {
        names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// `no_proxy` lists hosts and domains; what is under a domain is meant too. `*` is everything.
    private func isExempt(_ host: String) -> Bool {
        let list = value(["no_proxy", "NO_PROXY"]) ?? ""
        return list.split { $0 == "," || $0 == " " }.contains { entry in
            var name = entry.lowercased()[...]
            if name == "*" { return true }
            if name.hasPrefix("[") { name = name.dropFirst().prefix { $0 != "]" } }
            while name.hasPrefix(".") { name = name.dropFirst() }
            return !name.isEmpty && (host == name || host.hasSuffix("." + name))
        }
    }
}
