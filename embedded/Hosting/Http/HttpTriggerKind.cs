using System.Globalization;
using System.Reflection;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Functions that requests start.</summary>
internal sealed class HttpTriggerKind(RouteTemplates routes, bool isWebApplication) : ITriggerKind
{
    public Type Attribute => typeof(HttpTriggerAttribute);

    public string BindingType => "httpTrigger";

    public ParameterSource? BindTrigger(FunctionDraft draft)
    {
        var attribute = (HttpTriggerAttribute)draft.Trigger;
        routes.Check(draft);
        if (!isWebApplication) draft.Wrong("HTTP functions need builder.ConfigureFunctionsWebApplication() in Program.cs.");
        if (attribute.AuthLevel == AuthorizationLevel.User)
            draft.Wrong("AuthorizationLevel.User is accepted by no host; take Function, or Anonymous and check the user's token.");
        if (attribute.Methods?.FirstOrDefault(method => method.Length == 0 || !method.All(char.IsAsciiLetter)) is { } method)
            draft.Wrong($"'{method}' is no HTTP method.");
        if (draft.TriggerParameter.ParameterType == typeof(HttpRequest)) return call => new(((HttpContext)call.Input!).Request);
        draft.Wrong(draft.TriggerParameter, $"[HttpTrigger] gives an HttpRequest, not a {draft.TriggerParameter.ParameterType.Name}.");
        return null;
    }

    /// <summary>A part of the route by its name.</summary>
    public ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter)
    {
        if (routes.Of(draft) is not { } pattern || pattern.GetParameter(parameter.Name!) is null) return null;
        if (!RouteValue.CanBe(parameter.ParameterType)) return null;
        return call => new(Read(call.BindingContext.BindingData, parameter, call.Entry.Name));
    }

    private static object? Read(IReadOnlyDictionary<string, object?> data, ParameterInfo parameter, string function)
    {
        var text = Convert.ToString(data.GetValueOrDefault(parameter.Name!), CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(text)) return Default(parameter);
        return RouteValue.TryRead(text, parameter.ParameterType, out var value) ? value : throw new FunctionInputConverterException(
            $"Parameter '{parameter.Name}' of function '{function}': the route has no {parameter.ParameterType.Name} in its place.");
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;
}
