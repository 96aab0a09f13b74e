using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>How one record of a write ended.</summary>
internal sealed record WriteResult(string Outcome, IBusinessRow? Record = null, string? Message = null, BoiError? Error = null,
    int? Line = null)
{
    public void Write(Utf8JsonWriter answer, string reference)
    {
        answer.WriteStartObject();
        answer.WriteString("ref", reference);
        if (Error is { } error && Outcome == "refused") Refused(answer, error, Line);
        else answer.WriteString("outcome", Outcome);
        if (Message is not null) answer.WriteString("message", Message);
        if (Record is not null)
        {
            answer.WritePropertyName("record");
            answer.Write(Record);
        }
        answer.WriteEndObject();
    }

    public static void Refused(Utf8JsonWriter answer, BoiError error, int? line)
    {
        answer.WriteString("outcome", "refused");
        if (line is { } at) answer.WriteNumber("line", at);
        answer.WriteStartObject("error");
        answer.WriteString("object", error.Object);
        answer.WriteString("column", error.Column);
        if (error.Value is decimal number) answer.WriteNumber("value", number);
        else answer.WriteString("value", error.Value as string);
        answer.WriteString("message", error.Message);
        answer.WriteEndObject();
    }
}
