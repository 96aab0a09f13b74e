using System.Text;

namespace Isthmus.Cli.Csv;

/// <summary>
/// Reads RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. A lone LF ends a line as
/// CRLF does.
/// </summary>
internal sealed class CsvReader(TextReader text)
{
    private readonly StringBuilder field = new();
    private int line = 1;

    /// <summary>The records with the line that each begins on. Empty lines are passed over.</summary>
    public IEnumerable<(int Line, IReadOnlyList<string> Fields)> Records()
    {
        while (text.Peek() >= 0)
        {
            var begin = line;
            var fields = Record();
            if (fields.Count > 1 || fields[0].Length > 0) yield return (begin, fields);
        }
    }

    private List<string> Record()
    {
        var fields = new List<string>();
        do fields.Add(text.Peek() == '"' ? Quoted() : Plain()); while (Separator());
        return fields;
    }

    /// <summary>True behind a comma, false behind the end of the record.</summary>
    private bool Separator()
    {
        var next = text.Read();
        if (next == ',') return true;
        if (next == '\r' && text.Peek() == '\n') text.Read();
        line++;
        return false;
    }

    private string Plain()
    {
        field.Clear();
        while (text.Peek() is var next and >= 0 and not ',' and not '\r' and not '\n')
        {
            if (next == '"') throw new CsvException(line, "a quote inside a field that does not begin with one.");
            field.Append((char)text.Read());
        }
        return field.ToString();
    }

    private string Quoted()
    {
        var begin = line;
        field.Clear();
        text.Read();
        while (true)
        {
            var next = text.Read();
            if (next < 0) throw new CsvException(begin, "a quoted field has no closing quote.");
            if (next == '"' && text.Peek() != '"') break;
            if (next == '"') text.Read();
            if (next == '\n') line++;
            field.Append((char)next);
        }
        return text.Peek() is -1 or ',' or '\r' or '\n'
            ? field.ToString()
            : throw new CsvException(line, "text behind the closing quote of a field.");
    }
}
