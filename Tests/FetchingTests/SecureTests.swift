import TestSupport
import Testing
import Workers

@testable import Fetching

/// Certificates are always verified, and nothing leads from a secured server to one that is not.
@Suite(.enabled(if: SecureServer.hasPython, "python3, which serves HTTPS here, is not installed"))
struct SecureTests {
    private func fetch(_ url: String, trusting file: String? = nil) -> Result<FetchAnswer, FetchError> {
        var request = FetchRequest(url: url)
        request.allowsPrivate = true
        request.limits.seconds = 10
        do throws(FetchError) {
            return .success(try HTTPClient(environment: file.map { ["SSL_CERT_FILE": $0] } ?? [:]).fetch(request))
        } catch {
            return .failure(error)
        }
    }

    @Test func anUnknownCertificateIsRefused() throws {
        let server = try SecureServer(certificate: SecureServer.ownCertificate)
        guard case .failure(let error) = fetch(server.address), case .certificate = error.reason else {
            Issue.record("\(fetch(server.address))")
            return
        }
        #expect(error.url == server.address)
        #expect(try fetch(server.address, trusting: server.certificate).get().bytes == Array("<rss/>".utf8))
    }

    @Test func aCertificateForAnotherHostIsRefused() throws {
        let server = try SecureServer(certificate: SecureServer.otherCertificate)
        guard case .failure(let error) = fetch(server.address, trusting: server.certificate), case .certificate = error.reason else {
            Issue.record("\(fetch(server.address, trusting: server.certificate))")
            return
        }
    }

    @Test func nothingLeadsToWhatIsNotSecured() throws {
        let plain = try LoopbackServer { _ in .init(text: "x") }
        let server = try SecureServer(certificate: SecureServer.ownCertificate, target: plain.address + "/x")
        let url = server.address + "/away"
        #expect(fetch(url, trusting: server.certificate) == .failure(FetchError(url: url, reason: .insecureRedirect(to: plain.address + "/x"))))
        #expect(plain.requests == [])
    }
}
