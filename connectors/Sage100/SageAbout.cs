using System.Text.Json;
using Isthmus.Connectors.Json;

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
        TimeZoneInfo.TryFindSystemTimeZoneById(answer.Text("timeZone") ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc);
}
