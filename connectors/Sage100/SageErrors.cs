using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>The agent's refusals of a whole call in our vocabulary. Source: docs/sage-100-agent-protocol.md, Calling.</summary>
internal static class SageErrors
{
    /// <summary>In the outbound mode: no agent took the call.</summary>
    public const string AgentAbsent = "agent_absent";

    public static Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        if (answer is { Success: true, Json.ValueKind: JsonValueKind.Object }) return null;
        var error = answer.Json?.Member("error");
        if (error is null && answer is { NeedsWords: true, Status: not 404 })
            return TransportErrors.Malformed(SageOptions.Id, call, answer.Status);
        var code = error?.Text("code") ?? $"http-{answer.Status}";
        var (kind, retry, cure) = Find(answer.Status, code);
        var failure = new Failure(kind, SageOptions.Id, call.Operation, code, VendorText.Clean(error?.Text("message")), cure)
        {
            RetryAfter = answer.RetryAfter,
            EffectUnknown = kind == FailureClass.Transient && code is not ("sage_unavailable" or AgentAbsent) && !call.ReadOnly,
            Outage = code is "sage_unavailable" or AgentAbsent,
        };
        return new Refusal(failure, retry);
    }

    private static (FailureClass Class, bool RetryNow, string Cure) Find(int status, string code) => (status, code) switch
    {
        (_, "company_not_found") =>
            (FailureClass.Auth, false, "Set Company to one of the companies that the connection's check lists."),
        (_, "object_refused") => (FailureClass.Permanent, false, "Give the agent's user in Sage the role for this task."),
        (_, "not_supported") =>
            (FailureClass.Permanent, false, "Name it as it is called on that host: Sage:Objects in the agent's agent.json."),
        (_, "object_not_found") => (FailureClass.Permanent, false, "Bring the agent to a version that serves this object."),
        (_, "sage_unavailable") =>
            (FailureClass.Transient, false, "Nothing to do: it goes on by itself. Sage may be closing a period or be shut down."),
        (_, AgentAbsent) => (FailureClass.Transient, false,
            "Start the agent's service on the Sage host; its event log says why it fetches no work. It goes on by itself then."),
        (_, "busy") or (429, _) => (FailureClass.Throttled, true,
            "Nothing to do; lower Limits:Concurrency or give the agent more sessions if it happens often."),
        (401 or 403, _) => (FailureClass.Auth, false, "Store the agent's current key: ./run secret set NAME"),
        (404, _) => (FailureClass.Auth, false, "Check BaseAddress: it must lead to the agent, with its path /agent/v1."),
        (413, _) => (FailureClass.Bug, false, "Report it: a call was larger than the agent allows."),
        (400, _) => (FailureClass.Bug, false, "Report it: the call itself is wrong, not the record."),
        ( >= 500, _) => (FailureClass.Transient, true, "Look at the agent's log and at the host; it is tried again."),
        _ => (FailureClass.Permanent, false, "Look at the agent's log."),
    };
}
