using System.Buffers;
using System.Text.Json;

namespace Isthmus.Core.Mapping.Running;

/// <summary>Opens objects and arrays only when something is written into them, so that targets hold no empty shells.</summary>
internal sealed class LazyWriter
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JsonText.Encoder };
    private readonly ArrayBufferWriter<byte> _buffer = new(2048);
    private readonly Utf8JsonWriter _json;
    private Pending[] _pending = new Pending[16];
    private int _depth;
    private int _opened;

    public LazyWriter() => _json = new Utf8JsonWriter(_buffer, Options);

    public int Opened => _opened;

    public void Begin(JsonEncodedText? name, bool array)
    {
        if (_depth == _pending.Length)
            Array.Resize(ref _pending, _depth * 2);
        _pending[_depth++] = new Pending(name, array);
    }

    public void End()
    {
        var last = _pending[--_depth];
        if (_opened <= _depth)
            return;
        _opened = _depth;
        if (last.Array)
            _json.WriteEndArray();
        else
            _json.WriteEndObject();
    }

    /// <summary>The writer, inside whatever was begun.</summary>
    public Utf8JsonWriter Open()
    {
        for (; _opened < _depth; _opened++)
            Start(_pending[_opened]);
        return _json;
    }

    public Utf8JsonWriter Property(JsonEncodedText name)
    {
        Open().WritePropertyName(name);
        return _json;
    }

    /// <summary>For names that only the record knows.</summary>
    public Utf8JsonWriter Property(string name)
    {
        Open().WritePropertyName(name);
        return _json;
    }

    public byte[] Finish()
    {
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void Reset()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _depth = _opened = 0;
    }

    private void Start(Pending pending)
    {
        if (pending.Name is { } name)
            _json.WritePropertyName(name);
        if (pending.Array)
            _json.WriteStartArray();
        else
            _json.WriteStartObject();
    }

    private readonly record struct Pending(JsonEncodedText? Name, bool Array);
}
