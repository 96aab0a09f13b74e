using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>GET /about.</summary>
internal static class AboutCall
{
    public static void Answer(HostFacts host, Utf8JsonWriter answer)
    {
        answer.WriteStartObject();
        answer.WriteString("agent", AgentProtocol.Version);
        answer.WriteNumber("protocol", 1);
        answer.WriteString("sage", host.Sage);
        answer.WriteStartArray("companies");
        foreach (var company in host.Companies) answer.WriteStringValue(company);
        answer.WriteEndArray();
        answer.WriteStartArray("objects");
        foreach (var name in host.Objects) answer.WriteStringValue(name);
        answer.WriteEndArray();
        answer.WriteString("timeZone", host.TimeZone);
        answer.WriteEndObject();
    }
}
