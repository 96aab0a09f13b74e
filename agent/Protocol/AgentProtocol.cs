using System.Buffers;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>
/// The protocol over one host's business objects: docs/sage-100-agent-protocol.md. Knows nothing of how calls come and go.
/// </summary>
internal sealed class AgentProtocol(IBusinessObjects objects)
{
    private static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>This program's version.</summary>
    public static string Version { get; } =
        typeof(AgentProtocol).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Answers a call; trouble of every kind becomes an answer too.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the waiting for a session.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more, and nothing was begun.</exception>
    public async Task<AgentAnswer> AnswerAsync(AgentCall call, CancellationToken cancellation)
    {
        try
        {
            return new AgentAnswer(200, await CarryOutAsync(call, cancellation));
        }
        catch (AgentException refusal)
        {
            return Refused(refusal);
        }
        catch (RefusedObjectException refused)
        {
            return Refused(AgentException.Refused(refused.Error.Object, refused.Message));
        }
        catch (BrokenSessionException broken)
        {
            return Refused(AgentException.Unavailable(broken.Message, 5));
        }
    }

    public static AgentAnswer Refused(AgentException refusal) => new(refusal.Status, Write(answer =>
    {
        answer.WriteStartObject();
        answer.WriteStartObject("error");
        answer.WriteString("code", refusal.Code);
        answer.WriteString("message", refusal.Message);
        answer.WriteEndObject();
        answer.WriteEndObject();
    }), refusal.RetryAfterSeconds);

    private async Task<ReadOnlyMemory<byte>> CarryOutAsync(AgentCall call, CancellationToken cancellation)
    {
        var way = call.Path.Split('/');
        switch (call.Method, way)
        {
            case ("GET", ["", "about"]):
                return Write(answer => AboutCall.Answer(objects.Facts, answer));
            case ("GET", ["", "companies", var company, "objects", var name]):
                return await WorkAsync(company, (session, answer) => DictionaryCall.Answer(session, name, answer), cancellation);
            case ("POST", ["", "companies", var company, var operation]):
                using (var body = AgentBody.Parse(call.Body))
                    return await WorkAsync(company, Operation(operation, body.RootElement), cancellation);
            default:
                throw Unknown(call.Path);
        }
    }

    private static Action<IBusinessSession, Utf8JsonWriter> Operation(string operation, JsonElement body) => operation switch
    {
        "read" => (session, answer) => ReadCall.Answer(session, body, answer),
        "query" => (session, answer) => QueryCall.Answer(session, body, answer),
        "numbers" => (session, answer) => NumbersCall.Answer(session, body, answer),
        "write" => (session, answer) => WriteCall.Answer(session, body, answer),
        _ => throw Unknown(operation)
    };

    private Task<ReadOnlyMemory<byte>> WorkAsync(
        string company, Action<IBusinessSession, Utf8JsonWriter> call, CancellationToken cancellation) =>
        objects.WorkAsync(company, session => Write(answer => call(session, answer)), cancellation);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Compact)) content(writer);
        return buffer.WrittenMemory;
    }

    private static AgentException Unknown(string what) => new(404, "not_found", $"There is no '{what}' here.");
}
