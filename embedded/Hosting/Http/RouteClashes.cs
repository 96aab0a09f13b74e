using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Two functions of the same route and method: one could never be reached.</summary>
internal static class RouteClashes
{
    public static void Check(IReadOnlyList<FunctionEntry> entries, RouteTemplates routes, Problems problems)
    {
        var taken = new Dictionary<(string Route, string Method), string>();
        foreach (var entry in entries)
        {
            if (entry.Trigger is not HttpTriggerAttribute trigger) continue;
            var route = routes.Template(entry.Name, trigger);
            foreach (var method in trigger.Methods is { Length: > 0 } given ? given : ["*"])
            {
                var key = (route.ToLowerInvariant(), method.ToUpperInvariant());
                if (!taken.TryAdd(key, entry.Name))
                    problems.Add($"Functions '{taken[key]}' and '{entry.Name}' both serve {key.Item2} {route}; give one another route.");
            }
        }
    }
}
