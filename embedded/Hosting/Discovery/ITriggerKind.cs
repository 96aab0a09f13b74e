using System.Reflection;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>What is particular to one kind of trigger when functions are read.</summary>
internal interface ITriggerKind
{
    /// <summary>The attribute that this kind reads.</summary>
    Type Attribute { get; }

    /// <summary>The name of the binding, such as <c>httpTrigger</c>.</summary>
    string BindingType { get; }

    /// <summary>Fills the trigger's own parameter; null after a problem was told.</summary>
    ParameterSource? BindTrigger(FunctionDraft draft);

    /// <summary>
    /// Fills another parameter that has no binding attribute; null when this kind knows nothing of that name and type.
    /// </summary>
    ParameterSource? BindPlain(FunctionDraft draft, ParameterInfo parameter);
}
