using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Replies;

/// <summary>Makes failures of what went wrong, with the cure of each.</summary>
internal static class IntacctRefusals
{
    public const string SessionInvalid = "session-invalid";

    /// <summary>"Could not create": says nothing beside another error.</summary>
    private const string FollowOn = "BL01001973";

    public static Refusal Of(
        IntacctLevel level, IReadOnlyList<IntacctError> errors, ApiCall call, ApiAnswer answer, IntacctOptions options)
    {
        var cause = errors.FirstOrDefault(error => error.Number != FollowOn)
            ?? (errors.Count > 0 ? errors[0] : new IntacctError("", "", ""));
        var rule = IntacctErrorTable.Find(level, cause, answer.Status, options);
        var text = IntacctText.Clean(cause.Text);
        return new Refusal(
            new Failure(rule.Class, IntacctOptions.Id, call.Operation, rule.Code, rule.Message ?? text, rule.Cure)
            {
                RetryAfter = answer.RetryAfter,
            },
            rule.RetryNow);
    }

    public static Refusal ByStatus(ApiCall call, ApiAnswer answer)
    {
        var (kind, retry, cure) = answer.Status switch
        {
            429 => (FailureClass.Throttled, true, IntacctErrorTable.Throttled),
            401 or 403 or 404 or 405 => (FailureClass.Auth, false, "Check BaseAddress: it must lead to the XML gateway, .../xmlgw.phtml."),
            524 => (FailureClass.Transient, false, "It took too long; lower PageSize if it goes on."),
            >= 500 => (FailureClass.Transient, true, "Nothing to do: it is tried again. Look at status.intacct.com if it goes on."),
            >= 300 and < 400 => (FailureClass.Auth, false, "Check BaseAddress: the gateway never sends callers elsewhere."),
            _ => (FailureClass.Permanent, false, "Look at what stands between this machine and Sage Intacct."),
        };
        return new Refusal(
            new Failure(kind, IntacctOptions.Id, call.Operation, $"http-{answer.Status}", $"The gateway answered HTTP {answer.Status}.",
                cure)
            {
                RetryAfter = answer.RetryAfter,
            },
            retry);
    }

    public static Refusal Malformed(string operation, int status) =>
        TransportErrors.Malformed(IntacctOptions.Id, new ApiCall(operation, HttpMethod.Get, ""), status, "XML");

    public static Refusal Unsafe(string operation) => Refusal.Final(new Failure(
        FailureClass.Permanent, IntacctOptions.Id, operation, "unsafe-answer",
        "The answer has a document type of its own, or is nested deeper or longer than any answer of the gateway; it was not read.",
        "Find out who answers at the endpoint: Sage Intacct does not send such documents."));
}
