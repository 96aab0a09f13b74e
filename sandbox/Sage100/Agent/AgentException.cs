namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>A call that the agent answers with another status than 200.</summary>
internal sealed class AgentException(int status, string code, string message, int? retryAfterSeconds = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public int? RetryAfterSeconds => retryAfterSeconds;

    public static AgentException BadRequest(string message) => new(400, "bad_request", message);
}
