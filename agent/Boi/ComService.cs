using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>A _svc object: no lock is taken by what it reads.</summary>
internal sealed class ComService(ComSession session, BoiObject known, ObjectDictionary described, Func<LateObject> open)
    : IBusinessService
{
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys => described.Keys;

    public BoiError? Error { get; private set; }

    public void SetKeyValue(string column, string value) => parts[column] = value;

    public IBusinessRow? Find() => Find(null);

    /// <summary>The record of the key that was set, with its lines where all columns are wanted.</summary>
    public ComRow? Find(IReadOnlyList<string>? columns)
    {
        if (Keys.FirstOrDefault(part => !parts.ContainsKey(part)) is { } missing)
        {
            Error = new BoiError(known.Service, missing, null, $"The {missing} is required");
            return null;
        }
        var service = open();
        return Stand(service) ? Read(service, columns) : null;
    }

    /// <summary>Has the object stand on the record of the key that was set.</summary>
    public bool Stand(LateObject service)
    {
        foreach (var part in Keys) service.Call("nSetKeyValue", part + "$", parts[part]);
        return service.Call("nFind") == 1;
    }

    /// <summary>The record that the object stands on.</summary>
    public ComRow Read(LateObject service, IReadOnlyList<string>? columns)
    {
        var row = ComRow.Read(service, described, columns);
        return columns is not null || described.Lines is null ? row : row.With(Lines(row));
    }

    public LateObject Open() => open();

    private List<ComRow> Lines(ComRow header)
    {
        var lines = session.Reader(known, known.Lines!.Service);
        lines.Call("nSetBrowseFilter", string.Concat(Keys.Select(header.Text)));
        return [.. Browsing.EachOf(lines).Select(line => ComRow.Read(line, described.Lines!))];
    }
}
