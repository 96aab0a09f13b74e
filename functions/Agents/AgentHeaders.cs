using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Isthmus.Functions.Agents;

/// <summary>What travels beside the bodies of the outbound mode.</summary>
internal static class AgentHeaders
{
    public const string InstanceName = "Isthmus-Agent-Instance";
    public const string VersionName = "Isthmus-Agent-Version";
    public const string RequestName = "Isthmus-Request-Id";
    public const string MethodName = "Isthmus-Method";
    public const string PathName = "Isthmus-Path";
    public const string PatienceName = "Isthmus-Patience";
    public const string StatusName = "Isthmus-Status";

    private const int LongestWait = 60;
    private const int LongestText = 64;

    public static string? Instance(HttpRequest request) => Word(request, InstanceName) is { Length: > 0 } text ? text : null;

    public static string Version(HttpRequest request) => Word(request, VersionName);

    /// <summary>For how long the agent waits: 30 seconds unless it says otherwise, never more than 60.</summary>
    public static TimeSpan Wait(HttpRequest request) => TimeSpan.FromSeconds(
        int.TryParse(request.Query["wait"], out var seconds) ? Math.Clamp(seconds, 0, LongestWait) : 30);

    /// <summary>The answer's HTTP status, or null when it is none.</summary>
    public static int? Status(HttpRequest request) =>
        int.TryParse(request.Headers[StatusName], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 200 and <= 599 ? status : null;

    public static TimeSpan? RetryAfter(HttpRequest request) =>
        int.TryParse(request.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : null;

    /// <summary>What an agent says of itself is shown to people: nothing long, nothing odd.</summary>
    private static string Word(HttpRequest request, string name)
    {
        var text = request.Headers[name].ToString();
        return text.Length <= LongestText && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '.') ? text : "";
    }
}
