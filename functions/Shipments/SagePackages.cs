using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Shipments;

/// <summary>
/// Zoho's packages among the packages of an invoice that Sage has in entry. Ours are known by their comment, which names the
/// package; those that people entered are left alone.
/// </summary>
public sealed class SagePackages(SageAgentClient sage, Mapper mapper, AuditTrail audit)
{
    private const string Object = "SO_InvoiceTracking";
    private const string Ours = "Zoho ";

    /// <summary>Brings the invoice's packages to what Zoho shows.</summary>
    /// <returns>How many were written or taken away.</returns>
    public async Task<int> AlignAsync(string invoice, IReadOnlyList<ShippedPackage> packages, string runId)
    {
        var wanted = new Dictionary<string, string> { ["InvoiceNo"] = invoice };
        string[] columns = ["PackageNo", "TrackingID", "Comment", "StarshipShipVia"];
        var there = await sage.QueryAsync(Object, columns, wanted, null, CancellationToken.None).ToListAsync();
        var (changed, last) = (0, there.Select(PackageNo).DefaultIfEmpty().Max());
        foreach (var package in packages)
        {
            var body = Map(package);
            var known = there.Find(row => row.FindText("Comment") == Ours + package.Number);
            if (known.ValueKind == JsonValueKind.Undefined) await sage.CreateAsync(Object, Key(invoice, ++last), body, CancellationToken.None);
            else if (Differs(body, known)) await sage.UpdateAsync(Object, Key(invoice, PackageNo(known)), body, CancellationToken.None);
            else continue;
            changed++;
        }
        var kept = packages.Select(package => Ours + package.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in there.Where(row => IsOurs(row) && !kept.Contains(row.FindText("Comment")!)))
        {
            await sage.DeleteAsync(Object, Key(invoice, PackageNo(gone)), null, CancellationToken.None);
            changed++;
        }
        if (changed > 0) await audit.AddAsync(runId, "update packages", $"sage-100.invoice/{invoice}", $"{changed} packages");
        return changed;
    }

    private ReadOnlyMemory<byte> Map(ShippedPackage package) =>
        mapper.Map("package-to-sage-tracking", CanonicalJson.Write(package), new StepNotes(), MappingContext.Empty);

    private static bool IsOurs(JsonElement row) => row.FindText("Comment")?.StartsWith(Ours, StringComparison.Ordinal) == true;

    private static bool Differs(ReadOnlyMemory<byte> body, JsonElement known)
    {
        using var wanted = JsonDocument.Parse(body);
        return WantedChanges.Of(wanted.RootElement.GetProperty("values"), known).Any();
    }

    private static int PackageNo(JsonElement row) => int.TryParse(row.FindText("PackageNo"), CultureInfo.InvariantCulture, out var no) ? no : 0;

    private static Dictionary<string, string> Key(string invoice, int package) =>
        new() { ["InvoiceNo"] = invoice, ["PackageNo"] = package.ToString("D4", CultureInfo.InvariantCulture) };
}
