using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isthmus.Agent.Boi;

/// <summary>Sage's objects, from the documents that are built into the program, with a host's own names in their place.</summary>
internal sealed class BoiCatalogue
{
    private const string Prefix = "Objects.";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<string, BoiObject> objects;

    /// <param name="names">What objects are called at the host, where that is not as the agent expects.</param>
    /// <param name="without">Objects that are not served there.</param>
    public BoiCatalogue(IReadOnlyDictionary<string, ObjectNames> names, IReadOnlyList<string> without)
    {
        objects = Shipped().Where(each => !without.Contains(each.Object)).ToDictionary(each => each.Object, StringComparer.Ordinal);
        foreach (var (name, own) in names)
            if (objects.TryGetValue(name, out var known)) objects[name] = Renamed(known, own);
    }

    public IReadOnlyList<string> Names => [.. objects.Keys];

    public BoiObject? Find(string name) => objects.GetValueOrDefault(name);

    private static IEnumerable<BoiObject> Shipped()
    {
        var assembly = typeof(BoiCatalogue).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<BoiObject>(stream, Reading)!;
        }
    }

    private static BoiObject Renamed(BoiObject known, ObjectNames own) => known with
    {
        Bus = Or(own.Bus, known.Bus), Service = Or(own.Service, known.Service), Task = Or(own.Task, known.Task),
        NextNumber = Or(own.NextNumber, known.NextNumber),
        Lines = known.Lines is { } lines ? lines with { Service = Or(own.LineService, lines.Service) } : null,
    };

    private static string Or(string own, string known) => own.Length > 0 ? own : known;
}
