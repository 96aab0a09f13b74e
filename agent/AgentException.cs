namespace Isthmus.Agent;

/// <summary>A call that the agent answers with another status than 200.</summary>
internal sealed class AgentException(int status, string code, string message, int? retryAfterSeconds = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public int? RetryAfterSeconds => retryAfterSeconds;

    public static AgentException BadRequest(string message) => new(400, "bad_request", message);

    public static AgentException TooLarge(string message) => new(413, "too_large", message);

    public static AgentException UnknownCompany(string code) =>
        new(404, "company_not_found", $"There is no company {code} on this host.");

    public static AgentException Busy(int sessions) => new(429, "busy", $"All {sessions} sessions are taken.", 1);

    /// <summary>The agent's user may not use an object; the others are served.</summary>
    public static AgentException Refused(string name, string message) =>
        new(403, "object_refused", $"Sage refuses {name}: {message}");

    /// <summary>This host cannot do it, now or later.</summary>
    public static AgentException NotSupported(string message) => new(501, "not_supported", message);

    /// <summary>A call does not come back; what it did is unknown.</summary>
    public static AgentException Stuck(int minutes) =>
        new(500, "stuck", $"Sage did not come back within {minutes} minutes. A window may be open on the host.");

    public static AgentException Unavailable(string message, int retryAfterSeconds) =>
        new(503, "sage_unavailable", message, retryAfterSeconds);
}
