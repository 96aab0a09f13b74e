using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>GET /about.</summary>
internal static class AboutCall
{
    public static void Answer(Company company, Utf8JsonWriter answer)
    {
        answer.WriteStartObject();
        answer.WriteString("agent", "1.0.0");
        answer.WriteNumber("protocol", 1);
        answer.WriteString("sage", company.Settings.ReleaseName);
        answer.WriteStartArray("companies");
        answer.WriteStringValue(Company.Code);
        answer.WriteEndArray();
        answer.WriteStartArray("objects");
        foreach (var table in company.Tables) answer.WriteStringValue(table.Schema.Object);
        answer.WriteEndArray();
        answer.WriteString("timeZone", company.Settings.TimeZone);
        answer.WriteEndObject();
    }
}
