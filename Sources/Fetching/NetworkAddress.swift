import Glibc

/// An address of IP, by which it is told whether it belongs to this machine or its own network.
public struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16, in network order.
    public let bytes: [UInt8]

    /// An address as it is written: `192.0.2.1`, `2001:db8::1`. Nothing where `text` is none.
    public init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text.prefix { $0 != "%" }.description, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// As the system has it; nothing where it is of another family.
    init?(_ address: UnsafePointer<sockaddr>, length: Int) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    private init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether it is of no use to anybody but this machine and its neighbours, or to nobody (the special-purpose registries of
    /// IANA: RFC 6890). An address that stands for one of IPv4 is what that one is.
    public var isPrivate: Bool {
        guard bytes.count == 16 else { return Self.isPrivate(bytes) }
        if let four { return four.isPrivate }
        // ::/96, fc00::/7, fe80::/10, fec0::/10, ff00::/8, 100::/64, 2001:db8::/32.
        if bytes[..<12].allSatisfy({ $0 == 0 }) { return true }
        if bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFF { return true }
        if bytes[0] == 0xFE, bytes[1] & 0x80 == 0x80 { return true }
        if bytes[0] == 0x01, bytes[1..<8].allSatisfy({ $0 == 0 }) { return true }
        return bytes[..<4].elementsEqual([0x20, 0x01, 0x0D, 0xB8])
    }

    /// The address of IPv4 in it: mapped (RFC 4291), translated (RFC 6052), 6to4 (RFC 3056).
    private var four: NetworkAddress? {
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return NetworkAddress(bytes[12...]) }
        if bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return NetworkAddress(bytes[12...]) }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return NetworkAddress(bytes[2..<6]) }
        return nil
    }

    private static func isPrivate(_ bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (224..., _): true
        case (100, 64..<128), (169, 254), (172, 16..<32), (192, 168), (198, 18..<20): true
        case (192, 0): bytes[2] == 0 || bytes[2] == 2
        case (198, 51): bytes[2] == 100
        case (203, 0): bytes[2] == 113
        default: false
        }
    }
}
