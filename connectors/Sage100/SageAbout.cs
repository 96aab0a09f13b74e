using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>What an agent says of itself and its host.</summary>
/// <param name="Agent">The agent's version.</param>
/// <param name="Protocol">The protocol's version.</param>
/// <param name="Sage">Sage's release, such as 2023.</param>
/// <param name="Companies">Company codes that can be reached.</param>
/// <param name="Objects">Business objects that can be read and written.</param>
/// <param name="TimeZone">The zone of Sage's stamps.</param>
public sealed record SageAbout(
    string Agent, int Protocol, string Sage, IReadOnlyList<string> Companies, IReadOnlyList<string> Objects,
    TimeZoneInfo TimeZone)
{
    /// <summary>Whether this agent serves a business object; an older one may not.</summary>
    public bool Serves(string objectName) => Objects.Contains(objectName);

    internal static SageAbout Read(JsonElement answer) => new(
        answer.Text("agent") ?? "", (int)(answer.Whole("protocol") ?? 0), answer.Text("sage") ?? "",
        [.. answer.Texts("companies")],
        [.. answer.Texts("objects")],
        Zone(answer.Text("timeZone") ?? "UTC"));

    /// <summary>By another clock than the host's, what changed would not be found: nothing goes on then.</summary>
    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new FailureException(new Failure(
            FailureClass.Permanent, SageOptions.Id, "read about", "time-zone-unknown",
            $"The agent's host is in the time zone {VendorText.Clean(name)}, which is not known here.",
            "Set Sage:TimeZone in the agent's agent.json to an IANA name, such as America/Los_Angeles."));
}
