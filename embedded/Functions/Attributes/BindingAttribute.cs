namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Says what a parameter, a method or a property of a function is bound to.</summary>
public abstract class BindingAttribute : Attribute;

/// <summary>Marks the one parameter of a function that starts it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

/// <summary>Marks a parameter that the host fills.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;

/// <summary>Marks a method, or a property of what it returns, whose value the host sends on.</summary>
public abstract class OutputBindingAttribute : BindingAttribute;
