namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>A call that ends in a fault.</summary>
/// <param name="code">Sage's code, or that of the web service itself.</param>
/// <param name="message">The text that callers see.</param>
/// <param name="isMas">Whether Sage's MasFault goes in the detail.</param>
internal sealed class SoapFaultException(string code, string message, bool isMas = true) : Exception(message)
{
    public string Code => code;

    public bool IsMas => isMas;

    public static SoapFaultException NoKey(string label) => new("CI_NoKey", $"The {label} does not exist.");

    public static SoapFaultException Exists() => new("WS_AlreadyExists", "The record already exists.");

    /// <summary>One text for a wrong password and for each of the three switches.</summary>
    public static SoapFaultException Logon() =>
        new("WS_Logon", "The logon failed. The user name or password is invalid, or the user is not enabled for web services.");

    public static SoapFaultException Of(BoiError error)
    {
        var code = error.Message.Contains("not on file", StringComparison.Ordinal) ? "CI_NOF"
            : error.Message.Contains("character(s)", StringComparison.Ordinal) ? "CI_CharLength" : "WS_Fault";
        return new(code, error.Column is null ? error.Message : $"Could not set {error.Object} column {error.Column}: {error.Message}");
    }
}
