using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Connectors.Options;

/// <summary>
/// Reads a configuration section into an options record. Unlike the usual binder it collects what it cannot read and names
/// settings that do not exist, because a misspelt setting is a setting that silently does nothing.
/// </summary>
internal static class OptionsReader
{
    public static T Read<T>(IConfigurationSection section, OptionsProblems problems) where T : new()
    {
        var options = new T();
        Fill(options, section, problems);
        return options;
    }

    private static void Fill(object target, IConfigurationSection section, OptionsProblems problems)
    {
        foreach (var setting in section.GetChildren())
        {
            var property = target.GetType().GetProperty(setting.Key,
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
            if (property?.SetMethod is null)
                problems.Add(setting.Key, "(not shown)", $"There is no such setting; known are {Known(target)}.");
            else if (property.PropertyType.Assembly == typeof(OptionsReader).Assembly && !property.PropertyType.IsEnum)
                problems.Under(property.Name, nested => Fill(property.GetValue(target)!, setting, nested));
            else
                Set(target, property, setting, problems);
        }
    }

    private static void Set(object target, PropertyInfo property, IConfigurationSection setting, OptionsProblems problems)
    {
        try
        {
            if (setting.Get(property.PropertyType) is { } value) property.SetValue(target, value);
        }
        catch (InvalidOperationException)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            problems.Add(property.Name, "(not shown)", type.IsEnum
                ? $"Give one of {string.Join(", ", Enum.GetNames(type))}."
                : $"Give a value of type {type.Name}.");
        }
    }

    private static string Known(object target) => string.Join(", ", target.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.SetMethod is not null).Select(property => property.Name));
}
