using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>The route of each HTTP function: what its attribute says, below host.json's routePrefix.</summary>
internal sealed class RouteTemplates(IConfiguration configuration, string prefix, IReadOnlyDictionary<string, Type> constraints)
{
    public string Template(string function, HttpTriggerAttribute attribute) =>
        $"/{prefix}/{SettingNames.Resolve(configuration, attribute.Route ?? function, name => $"%{name}%").Trim('/')}".Replace("//", "/");

    /// <summary>The route of a draft; null when it cannot be read.</summary>
    public RoutePattern? Of(FunctionDraft draft)
    {
        try
        {
            return RoutePatternFactory.Parse(Template(draft.Name, (HttpTriggerAttribute)draft.Trigger));
        }
        catch (RoutePatternException)
        {
            return null;
        }
    }

    public void Check(FunctionDraft draft)
    {
        var attribute = (HttpTriggerAttribute)draft.Trigger;
        SettingNames.Resolve(configuration, attribute.Route ?? "", name =>
        {
            draft.Wrong($"route '{attribute.Route}' names the setting '{name}', which has no value; set it.");
            return "missing";
        });
        if (attribute.Route?.StartsWith("admin", StringComparison.OrdinalIgnoreCase) == true && prefix.Length == 0)
            draft.Wrong("routes that begin with 'admin' are the host's own.");
        try
        {
            CheckConstraints(draft, RoutePatternFactory.Parse(Template(draft.Name, attribute)));
        }
        catch (RoutePatternException failure)
        {
            draft.Wrong($"route '{attribute.Route}': {failure.Message}");
        }
    }

    private void CheckConstraints(FunctionDraft draft, RoutePattern pattern)
    {
        foreach (var policy in pattern.ParameterPolicies.SelectMany(policies => policies.Value))
            if (policy.Content?.Split('(')[0] is { } name && !constraints.ContainsKey(name))
                draft.Wrong($"route '{pattern.RawText}' has the constraint '{policy.Content}', which nobody knows; take one such as int, guid or minlength(1).");
    }
}
