using System.Xml.Linq;

namespace Isthmus.Sandbox.Intacct.Sessions;

/// <summary>The rows that a query found, as they were then, and how far they have been read.</summary>
internal sealed class StoredResult(string listType, IReadOnlyList<XElement> rows, int pageSize)
{
    public int Read { get; private set; }

    public string ListType => listType;

    public int Total => rows.Count;

    public int Remaining => rows.Count - Read;

    public IReadOnlyList<XElement> Next()
    {
        var page = rows.Skip(Read).Take(pageSize).ToList();
        Read += page.Count;
        return page;
    }
}
