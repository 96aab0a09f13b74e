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
        new(404, "company_not_found", $"There is no company '{code}' on this host.");

    public static AgentException Busy(int sessions) => new(429, "busy", $"All {sessions} sessions are taken.", 1);

    public static AgentException Unavailable(string message, int retryAfterSeconds) =>
        new(503, "sage_unavailable", message, retryAfterSeconds);
}
