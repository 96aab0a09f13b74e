using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// The accounts server's refusals, many of which come with HTTP 200. Source: Zoho Accounts, OAuth 2.0, token errors.
/// </summary>
internal static class ZohoTokenErrors
{
    public static readonly TimeSpan Throttle = TimeSpan.FromMinutes(10);

    public static Refusal? Judge(string connection, ApiCall call, ApiAnswer answer)
    {
        var error = answer.Json?.Text("error");
        if (error is null && answer.Success)
            return answer.Json is { ValueKind: JsonValueKind.Object }
                ? null : TransportErrors.Malformed(connection, call, answer.Status);
        if (error is null) return ByStatus(connection, call, answer);
        var about = $"{error} {answer.Json?.Text("error_description")}";
        if (about.Contains("Access Denied", StringComparison.OrdinalIgnoreCase)
            || about.Contains("too many", StringComparison.OrdinalIgnoreCase))
            return Throttled(connection, call, answer.RetryAfter ?? Throttle);
        return Refusal.Final(Refused(connection, call, error));
    }

    public static Refusal Throttled(string connection, ApiCall call, TimeSpan wait) => Refusal.Final(new Failure(
        FailureClass.Throttled, connection, call.Operation, "too-many-tokens",
        "Zoho gives 10 access tokens in 10 minutes to one refresh token.",
        "Nothing to do: it goes on by itself. If it comes back, look for another program that uses the same refresh token.")
    { RetryAfter = wait });

    private static Failure Refused(string connection, ApiCall call, string error) => error switch
    {
        "invalid_code" or "invalid_grant" or "invalid_token" => new Failure(FailureClass.Auth, connection, call.Operation, error,
            "Zoho does not accept the refresh token any more.",
            "Give consent again (access_type=offline, same data centre) and store the new refresh token: ./run secret set NAME"),
        _ when error.StartsWith("invalid_client", StringComparison.Ordinal) => new Failure(
            FailureClass.Auth, connection, call.Operation, error,
            "Zoho does not know this client id and secret.",
            "Check ClientIdSecret and ClientSecretSecret, and that AccountsServer is that of the client's data centre."),
        _ => new Failure(FailureClass.Transient, connection, call.Operation, error,
            "Zoho gave no access token.", "It is tried again; look at the api console if it goes on."),
    };

    private static Refusal ByStatus(string connection, ApiCall call, ApiAnswer answer) => answer.Status switch
    {
        429 => Throttled(connection, call, answer.RetryAfter ?? Throttle),
        >= 500 => Refusal.Passing(new Failure(FailureClass.Transient, connection, call.Operation, $"http-{answer.Status}",
            "Zoho's accounts server could not handle the call.", "Nothing to do: it is tried again.")),
        _ => Refusal.Final(new Failure(FailureClass.Auth, connection, call.Operation, $"http-{answer.Status}",
            $"Zoho's accounts server answered HTTP {answer.Status}.", "Check AccountsServer.")),
    };
}
