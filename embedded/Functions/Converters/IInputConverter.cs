namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Makes a parameter's value of what the trigger brought.</summary>
public interface IInputConverter
{
    /// <summary>The value, a refusal, or <see cref="ConversionResult.Unhandled"/> where another converter should try.</summary>
    ValueTask<ConversionResult> ConvertAsync(ConverterContext context);
}

/// <summary>Names the converter of a parameter or of a type.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct)]
public class InputConverterAttribute(Type converterType) : Attribute
{
    /// <summary>An <see cref="IInputConverter"/>, made from the call's services.</summary>
    public Type ConverterType { get; } = converterType;
}

/// <summary>What a converter works on.</summary>
public abstract class ConverterContext
{
    /// <summary>The parameter's type.</summary>
    public abstract Type TargetType { get; }

    /// <summary>What the trigger brought.</summary>
    public abstract object? Source { get; }

    /// <summary>The call.</summary>
    public abstract FunctionContext FunctionContext { get; }

    /// <summary>What the worker knows of the parameter.</summary>
    public abstract IReadOnlyDictionary<string, object> Properties { get; }
}
