using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>What went wrong below the vendor's own vocabulary.</summary>
internal static class TransportErrors
{
    /// <summary>No connection came about, so nothing was sent: safe to repeat for any call.</summary>
    public static bool NothingSent(HttpRequestException error) => error.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    public static Refusal Broken(string connection, ApiCall call, HttpRequestException error)
    {
        var tls = error.HttpRequestError == HttpRequestError.SecureConnectionError;
        return Refusal.Passing(new Failure(FailureClass.Transient, connection, call.Operation,
            tls ? "tls" : NothingSent(error) ? "unreachable" : "connection-lost",
            NothingSent(error) ? "No connection to the server came about."
                : "The connection broke before the answer was complete.",
            tls ? "Check the server's certificate and the clock of this machine."
                : "Check the base address and the network; it is tried again.")
        { EffectUnknown = !call.ReadOnly && !NothingSent(error) });
    }

    public static Refusal TimedOut(string connection, ApiCall call) => Refusal.Passing(new Failure(
        FailureClass.Transient, connection, call.Operation, "timeout", "No answer came in time.",
        "It is tried again; look at the vendor's status page if it goes on.")
    { EffectUnknown = !call.ReadOnly });

    public static Refusal Malformed(string connection, ApiCall call, int status, string form = "JSON") =>
        Refusal.Passing(new Failure(
            FailureClass.Transient, connection, call.Operation, "malformed-answer",
            $"The answer (HTTP {status}) is not the {form} that was expected.",
            "Check that the base address leads to the vendor and not to a proxy or login page; it is tried again.")
        { EffectUnknown = !call.ReadOnly });

    public static Refusal TooLarge(string connection, ApiCall call, int limit) => Refusal.Final(new Failure(
        FailureClass.Permanent, connection, call.Operation, "answer-too-large", $"The answer is longer than {limit} bytes.",
        "Raise Limits:LargestAnswer of the connection if the record really is that large.")
    { EffectUnknown = !call.ReadOnly });

    public static Failure RequestTooLarge(string connection, ApiCall call, int limit) => new(
        FailureClass.Validation, connection, call.Operation, "request-too-large",
        $"The record needs {call.Body.Length} bytes; {limit} are allowed.",
        "Split the record, or raise Limits:LargestRequest of the connection if the vendor takes that much.");

    /// <summary>To go on would be to read the same page for ever.</summary>
    public static Failure PageRepeats(string connection, string operation) => new(
        FailureClass.Transient, connection, operation, "page-repeats", "A page says that it is followed by itself.",
        "It is tried again later.");

    /// <summary>A page of HTML with 503 comes from what stands before the vendor's servers: nobody is served.</summary>
    public static Refusal Maintenance(string connection, ApiCall call, TimeSpan? wait) => Refusal.Final(new Failure(
        FailureClass.Transient, connection, call.Operation, "maintenance", "The server answers that it serves nobody at the moment.",
        "Nothing to do: it goes on by itself. Look at the vendor's status page if it lasts.")
    { RetryAfter = wait, EffectUnknown = !call.ReadOnly, Outage = true });

    /// <summary>The failure of a try after which the connection is to be paused: asking again at once would not help.</summary>
    public static Refusal Tripped(Refusal last) => Refusal.Final(last.Failure with { Outage = true });
}
