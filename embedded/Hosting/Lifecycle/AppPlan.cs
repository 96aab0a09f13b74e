using System.Reflection;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>What the builder was told about the app.</summary>
/// <param name="Middleware">Around every call.</param>
/// <param name="Properties">The builder's properties; see <see cref="HostProperties"/>.</param>
internal sealed record AppPlan(MiddlewareList Middleware, IDictionary<object, object> Properties)
{
    public bool IsWebApplication => Properties.ContainsKey(HostProperties.WebApplication);

    /// <summary>Whether the app is the process: its start failures are told in one line then, with an exit code.</summary>
    public bool IsProcess => !Properties.ContainsKey(HostProperties.FunctionTypes) && !Properties.ContainsKey(HostProperties.FunctionAssemblies);

    public IEnumerable<Type> FunctionTypes()
    {
        if (Properties.TryGetValue(HostProperties.FunctionTypes, out var types)) return (Type[])types;
        if (Properties.TryGetValue(HostProperties.FunctionAssemblies, out var assemblies))
            return ((Assembly[])assemblies).SelectMany(assembly => assembly.GetTypes());
        return Assembly.GetEntryAssembly()?.GetTypes() ?? [];
    }
}
