using System.Text.Json;
using Isthmus.Connectors.Intacct;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>The record numbers of parents: a record names its parent by the id that people see.</summary>
internal sealed class IntacctParents(IntacctReading reading)
{
    /// <summary>Numbers by id, of the parents of these records; of those on the page itself nothing has to be asked.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        string name, string idField, IReadOnlyList<JsonElement> rows, CancellationToken cancellation)
    {
        var numbers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows) numbers[row.Text(idField)] = row.Key();
        var missing = rows.Select(row => row.Text("PARENTID"))
            .Where(id => id.Length > 0 && !numbers.ContainsKey(id)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var some in missing.Chunk(IntacctReading.MostNames))
            foreach (var parent in await reading.AllAsync(name, ["RECORDNO", idField], IntacctFilter.In(idField, some), cancellation))
                numbers[parent.Text(idField)] = parent.Key();
        return numbers;
    }
}
