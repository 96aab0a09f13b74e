using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>
/// The public properties and fields of a model class that are stored: those without <c>[IgnoreDataMember]</c>, under the name of
/// <c>[DataMember(Name = ...)]</c> where there is one.
/// </summary>
internal sealed class EntityModel
{
    private static readonly ConcurrentDictionary<Type, EntityModel> Known = new();

    private EntityModel(Type type) => Members =
    [
        .. type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m is FieldInfo || m is PropertyInfo p && p.GetIndexParameters().Length == 0)
            .Where(m => !m.IsDefined(typeof(IgnoreDataMemberAttribute)))
            .Where(m => m.Name is not (nameof(ITableEntity.ETag) or nameof(ITableEntity.Timestamp)
                or nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey)))
            .Select(m => new Member(m)),
    ];

    public IReadOnlyList<Member> Members { get; }

    public static EntityModel Of(Type type) => Known.GetOrAdd(type, t => new EntityModel(t));

    /// <summary>The name under which a member is stored.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    internal sealed class Member(MemberInfo member)
    {
        public string Name { get; } = NameOf(member);

        public Type Type { get; } = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

        public bool CanRead => member is not PropertyInfo { CanRead: false };

        public bool CanWrite => member is PropertyInfo { CanWrite: true } or FieldInfo { IsInitOnly: false };

        public object? Get(object entity) =>
            member is PropertyInfo property ? property.GetValue(entity) : ((FieldInfo)member).GetValue(entity);

        public void Set(object entity, object? value)
        {
            if (member is PropertyInfo property) property.SetValue(entity, value);
            else ((FieldInfo)member).SetValue(entity, value);
        }
    }
}
