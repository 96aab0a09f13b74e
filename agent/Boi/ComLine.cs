using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>The line that a document's oLines stands on.</summary>
internal sealed class ComLine(LateObject lines, ObjectDictionary described) : IBusinessLine
{
    public BoiError? Error { get; private set; }

    public int SetValue(string column, object value)
    {
        var set = ColumnSetting.Set(lines, described, lines.Name, column, value, out var error);
        Error = error;
        return set;
    }

    public int Write()
    {
        var written = lines.Call("nWrite");
        if (written == 0) Error = new BoiError(lines.Name, null, null, lines.LastError);
        return written == 0 ? 0 : 1;
    }
}
