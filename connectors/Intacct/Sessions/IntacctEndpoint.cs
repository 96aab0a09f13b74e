using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>
/// Where a session's calls go. They carry passwords, so they go only to Intacct's own hosts, or to the host that the connection names.
/// </summary>
internal static class IntacctEndpoint
{
    private const string Domain = ".intacct.com";

    public static Uri Require(string text, Uri configured) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && IsTrusted(endpoint, configured) ? endpoint
            : throw new FailureException(new Failure(FailureClass.Auth, IntacctOptions.Id, "getAPISession", "endpoint-refused",
                "The session's endpoint is not one of Sage Intacct's.",
                "Check BaseAddress: it must lead to Sage Intacct itself. Nothing is sent to any other host."));

    private static bool IsTrusted(Uri endpoint, Uri configured) => endpoint.UserInfo.Length == 0 && (
        (endpoint.Scheme == configured.Scheme && endpoint.Authority.Equals(configured.Authority, StringComparison.OrdinalIgnoreCase))
        || (endpoint is { Scheme: "https", IsDefaultPort: true } && endpoint.IdnHost.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The address up to the last part, and the last part with what follows it.</summary>
    public static (Uri Base, string Path) Split(Uri endpoint)
    {
        var text = endpoint.AbsoluteUri;
        var at = text.LastIndexOf('/', text.IndexOf('?') is var query and > 0 ? query : text.Length - 1);
        return (new Uri(text[..at]), text[(at + 1)..]);
    }
}
