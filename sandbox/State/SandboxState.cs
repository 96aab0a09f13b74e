using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.State;

/// <summary>The whole sandbox as one document: shared counters and every vendor's records.</summary>
internal sealed class SandboxState(SandboxServices services, IReadOnlyList<IVendor> vendors)
{
    private const int Format = 1;

    public JsonObject Save()
    {
        var saved = new JsonObject();
        foreach (var vendor in vendors) saved[vendor.Name] = vendor.Save();
        return new JsonObject
        {
            ["format"] = Format,
            ["seed"] = services.Ids.Seed,
            ["ids"] = services.Ids.Counter,
            ["clockOffsetSeconds"] = services.Clock.Offset.TotalSeconds,
            ["vendors"] = saved
        };
    }

    public void Load(string file)
    {
        var document = Read(file);
        services.Ids.Resume(document["seed"]!.GetValue<int>(), document["ids"]!.GetValue<long>());
        services.Clock.Advance(TimeSpan.FromSeconds(document["clockOffsetSeconds"]!.GetValue<double>()));
        foreach (var vendor in vendors)
            if (document["vendors"]?[vendor.Name] is { } saved) vendor.Load(saved);
    }

    private static JsonNode Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var document = JsonNode.Parse(stream);
            if (document?["format"]?.GetValue<int>() == Format) return document;
        }
        catch (JsonException) { }
        throw new InvalidDataException($"{file} was not written by this version of the sandbox. Delete it to start afresh.");
    }
}
