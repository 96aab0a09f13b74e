using System.Buffers;
using System.Text.Json;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>An answer, written while the company is held still.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON, or nothing.</param>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>What PUT, PATCH, DELETE and processes answer.</summary>
    public static readonly Reply Nothing = new(204, default);

    public static Reply Of(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonAnswer.Compact.Encoder, SkipValidation = true }))
            write(json);
        return new Reply(status, buffer.WrittenMemory);
    }
}
