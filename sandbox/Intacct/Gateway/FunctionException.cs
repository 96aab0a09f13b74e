namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>A function that failed: the errors that its result tells.</summary>
internal sealed class FunctionException(string number, string text, string correction = "") : Exception(text)
{
    public string Number { get; } = number;

    public string Correction { get; } = correction;
}

/// <summary>A request that failed as a whole, at the control or at the authentication.</summary>
internal sealed class GatewayException(string number, string text) : Exception(text)
{
    public string Number { get; } = number;
}

/// <summary>What the servers before the gateway answer: a real HTTP status.</summary>
internal sealed class HttpFaultException(int status, string? code, string text) : Exception(text)
{
    public int Status { get; } = status;

    public string? Code { get; } = code;
}
