namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function.</summary>
public class FunctionParameter(
    string name, Type type, bool hasDefaultValue, object? defaultValue, IReadOnlyDictionary<string, object> properties)
{
    /// <summary>A parameter without a default.</summary>
    public FunctionParameter(string name, Type type) : this(name, type, new Dictionary<string, object>()) { }

    /// <summary>A parameter without a default, with what the worker knows of it.</summary>
    public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
        : this(name, type, false, null, properties) { }

    /// <summary>A parameter with or without a default.</summary>
    public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
        : this(name, type, hasDefaultValue, defaultValue, new Dictionary<string, object>()) { }

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public Type Type { get; } = type;

    /// <summary>Whether it may be left out.</summary>
    public bool HasDefaultValue { get; } = hasDefaultValue;

    /// <summary>What stands in when it is left out.</summary>
    public object? DefaultValue { get; } = defaultValue;

    /// <summary>Whether it can be null.</summary>
    public bool IsReferenceOrNullableType { get; } = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>What the worker knows of it: the binding attribute under <c>bindingAttribute</c>.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; } = properties;
}
